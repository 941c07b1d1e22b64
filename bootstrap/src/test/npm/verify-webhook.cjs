// Verifies a delivery as its receiver would, by code that is not ours.
//   node verify-webhook.cjs <folder of the installed packages> <file: {headers, body}> <secret>
const { createHmac, timingSafeEqual } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [folder, file, secret] = process.argv.slice(2);
const { Webhook } = createRequire(`${folder}/`)("standardwebhooks");
const { headers, body } = JSON.parse(readFileSync(file, "utf8"));

function standard() {
  try {
    const told = new Webhook(secret).verify(body, headers);
    return told.id === headers["webhook-id"];
  } catch {
    return false;
  }
}

function documented() {
  const parts = headers["x-openbounty-signature"].split(",").map((part) => part.split("="));
  const time = parts.find(([name]) => name === "t")[1];
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  return (
    Math.abs(Date.now() / 1000 - Number(time)) < 300 &&
    parts.some(([name, value]) => name === "v1" && timingSafeEqual(Buffer.from(value, "hex"), expected))
  );
}

console.log(`standard ${standard()}, documented ${documented()}`);
