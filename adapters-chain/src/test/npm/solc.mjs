#!/usr/bin/env node
// The Solidity compiler in the form in which forge calls it: `--version`, or `--standard-json` from stdin. It is
// compiled to WebAssembly, so that the same bytes run on every platform.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const solc = createRequire(new URL("../../../target/npm/", import.meta.url))("solc");

function write(text) {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) {
        written += writeSync(1, bytes, written);
    }
}

if (process.argv.includes("--version")) {
    write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else {
    write(solc.compile(readFileSync(0, "utf8")));
}
