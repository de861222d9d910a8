// Compiles the contracts of the tests into artifacts.json, which is checked in, so that tests need no compiler.
// With --check it writes nothing and fails where the checked-in file differs.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { require } from "../npm.mjs";

const solc = require("solc");
const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here).filter((name) => name.endsWith(".sol")).sort();

const input = {
  language: "Solidity",
  sources: Object.fromEntries(names.map((name) => [name, { content: readFileSync(join(here, name), "utf8") }])),
  settings: {
    evmVersion: "cancun", // runs on every hardfork that the tests start a node with
    optimizer: { enabled: true, runs: 200 },
    metadata: { bytecodeHash: "none", appendCBOR: false }, // no hash of comments and paths in the code
    outputSelection: { "*": { "*": ["evm.bytecode.object", "evm.methodIdentifiers"] } },
  },
};
const output = JSON.parse(solc.compile(JSON.stringify(input)));
for (const error of output.errors ?? []) console.error(error.formattedMessage);
if ((output.errors ?? []).length > 0) process.exit(1); // warnings too

const contracts = {};
for (const name of names) {
  for (const [contract, compiled] of Object.entries(output.contracts[name])) {
    const selectors = Object.entries(compiled.evm.methodIdentifiers).sort();
    contracts[contract] = {
      bytecode: "0x" + compiled.evm.bytecode.object,
      selectors: Object.fromEntries(selectors.map(([signature, selector]) => [signature, "0x" + selector])),
    };
  }
}
const artifacts = {
  solc: solc.version(),
  evmVersion: input.settings.evmVersion,
  command: "node tests/devnet/contracts/compile.mjs",
  contracts,
};
const text = JSON.stringify(artifacts) + "\n";
const path = join(here, "artifacts.json");
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error("artifacts.json differs from what the sources give: run " + artifacts.command);
    process.exit(1);
  }
} else {
  writeFileSync(path, text);
}
