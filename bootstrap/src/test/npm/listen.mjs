// Listens with the npm package as its users do, and writes the id and the word of each event it hears, one a line.
//   node listen.mjs URL KEY, in a directory where the package is installed
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const installed = createRequire(pathToFileURL(process.cwd() + '/package.json'));
const { EventSource } = await import(pathToFileURL(installed.resolve('eventsource')));
const [url, key] = process.argv.slice(2);

const source = new EventSource(url, {
  fetch: (address, init) => fetch(address, { ...init, headers: { ...init.headers, Authorization: `Bearer ${key}` } }),
});
source.onopen = () => console.log('open');
source.onerror = (error) => console.log(source.readyState === EventSource.CLOSED ? `failed ${error.message}` : 'lost');
for (const word of ['bounty.posted', 'bounty.funded', 'bounty.created', 'bounty.cancelled', 'resync']) {
  source.addEventListener(word, (event) => console.log(`${event.lastEventId} ${word}`));
}

// Waiting to reconnect does not keep Node running.
setInterval(() => {}, 60_000);
