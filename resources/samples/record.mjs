// Records the samples on two chains of its own: node record.mjs FIXTURES_EEZ_DIR OUT_DIR ANVIL_BINARY
//
// FIXTURES_EEZ_DIR holds the recorded end-to-end runs, <scenario>/{l1,l2}/chain.json and <scenario>/oracle.json. Each
// table is sent to a stand-in of the manager, which emits the logs that the real manager emitted for it, and its SHA-256
// is recorded by an anchor contract. A second run gives the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Chain } from "../../tests/devnet/chain.mjs";
import { require, root } from "../../tests/devnet/npm.mjs";

const { AbiCoder, HDNodeWallet, Mnemonic, concat, dataSlice, getAddress, getBytes, getCreateAddress } = require("ethers");

const [fixtures, out, anvil] = process.argv.slice(2);
if (!anvil) {
  console.error("usage: node record.mjs FIXTURES_EEZ_DIR OUT_DIR ANVIL_BINARY");
  process.exit(2);
}

const genesis = Date.UTC(2026, 5, 12) / 1000;
const coder = AbiCoder.defaultAbiCoder();
const artifacts = JSON.parse(readFileSync(join(root, "tests/devnet/contracts/artifacts.json"), "utf8")).contracts;
// The mnemonic that every Foundry node funds; each role is an account of its own.
const mnemonic = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const account = (index) => HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);
const deployer = account(0);
const builder = account(1);
const committer = account(2);
const anchorOwner = account(3);
const addressOf = (wallet, nonce) => getCreateAddress({ from: wallet.address, nonce });
const anchor = addressOf(anchorOwner, 0);
// The stand-ins take the addresses that the managers had in the recorded runs, because the tables' proxies follow from them.
const manager = addressOf(deployer, 1);
const rollupManager = addressOf(deployer, 0);

// postAndVerifyBatch(B), selector 0x8b1a095a, of EEZ main, June 2026.
const D = "tuple(uint256,bytes32,bytes32,int256)";
const C = "tuple(address,uint256,bytes,address,uint256,uint256)";
const N = "tuple(bytes32,uint256,bytes)";
const EL = `tuple(bytes32,bytes,bool,uint64,uint64,uint64,${C}[],${N}[],uint256,bytes32)`;
const E = `tuple(${D}[],bytes32,uint256,${C}[],${N}[],${EL}[],uint256,bytes,bytes32)`;
const LC = `tuple(bytes32,uint256,bytes,bool,${C}[],${N}[],${EL}[],uint256,bytes32,tuple(uint256,bytes32)[])`;
const B = `tuple(${E}[],${LC}[],uint256,uint256,address[],tuple(uint256,uint64[])[],bytes32,uint256[],bytes,bytes[],uint64)`;

const sha256 = (hexOrText) =>
  "0x" + createHash("sha256").update(hexOrText.startsWith("0x") ? getBytes(hexOrText) : hexOrText).digest("hex");

function demand(condition, what) {
  if (!condition) throw new Error(what);
}

/** The table of one chain of a scenario, and the logs that the manager emitted in the block that holds it. */
function recorded(scenario, layer) {
  const table = JSON.parse(readFileSync(join(fixtures, scenario, "oracle.json"), "utf8"))[layer][0];
  const chain = JSON.parse(readFileSync(join(fixtures, scenario, layer, "chain.json"), "utf8"));
  const { receipts } = chain.blocks.find(({ block }) => BigInt(block.number) === BigInt(table.block));
  const logs = receipts.flatMap((receipt) => receipt.logs)
    .filter((log) => getAddress(log.address) === getAddress(chain.manager));
  demand(getAddress(chain.manager) === { l1: manager, l2: rollupManager }[layer], `${scenario} ${layer}: manager`);
  demand(logs.length > 0 && sha256(table.calldataHex) === table.calldata.sha256, `${scenario} ${layer}: fixture`);
  return { calldata: table.calldataHex, logs };
}

/** The batch with one word changed: in entry 2 the state before is that of entry 1, as if entry 1 had not been executed. */
function withStaleState(calldata) {
  const batch = coder.decode([B], dataSlice(calldata, 4))[0].toArray(true);
  const encode = () => concat([dataSlice(calldata, 0, 4), coder.encode([B], [batch])]);
  demand(encode() === calldata, "the table is not in canonical encoding");
  const firstDelta = (entry) => batch[0][entry][0][0];
  firstDelta(2)[1] = firstDelta(1)[1];
  const changed = encode();
  const words = (hex) => hex.slice(10).match(/.{1,64}/g);
  const before = words(calldata);
  demand(words(changed).filter((word, index) => word !== before[index]).length === 1, "not one word changed");
  return changed;
}

function deploy(chain, wallet, name) {
  return chain.sign(wallet, { data: artifacts[name].bytecode, gasLimit: 3_000_000 });
}

function arm(chain, to, logs) {
  const data = concat([
    artifacts.ManagerStandIn.selectors["arm((bytes32[],bytes)[])"],
    coder.encode(["tuple(bytes32[],bytes)[]"], [logs.map((log) => [log.topics, log.data])]),
  ]);
  return chain.sign(builder, { to, data, gasLimit: 15_000_000 });
}

function post(chain, to, calldata) {
  return chain.sign(builder, { to, data: calldata, gasLimit: 5_000_000 });
}

function record(chain, digest) {
  const data = concat([artifacts.Anchor.selectors["record(bytes32)"], digest]);
  return chain.sign(committer, { to: anchor, data, gasLimit: 100_000 });
}

/** The stand-in emitted these logs and no others. */
function demandLogs(receipt, logs) {
  const essence = (list) => JSON.stringify(list.map(({ topics, data }) => [topics, data]));
  demand(essence(receipt.logs) === essence(logs), "the stand-in's logs differ from the manager's");
}

const json = (value) => JSON.stringify(value, null, 2) + "\n";

function evidence(chain, blocks) {
  const bytes = ({ header, transactions, receipts }) => ({ header, transactions, receipts });
  return json({ schema: "anchorscope.evidence/1", chain_id: String(chain.chainId), blocks: blocks.map(bytes) });
}

function envelope(chain, block, digest) {
  const receipt = block.receiptsJson.at(-1); // the anchor is the last transaction of its block
  return json({
    version: "erc8281/1",
    digest,
    hash_function: "sha2-256",
    chain_id: String(chain.chainId),
    contract: anchor,
    tx_hash: receipt.transactionHash,
    block_number: String(block.number),
    receipt_log_position: "0",
    committer: committer.address,
    block_hash: block.hash,
  });
}

const samples = [];

/** Writes one sample; `anchored` is the block that holds the anchor, if any; `canonical` what the chain keeps, if not `blocks`. */
function write({ id, title, text, expect, chain, calldata, blocks, canonical = blocks, anchored, digest, manager }) {
  const folder = join(out, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const proof = evidence(chain, blocks);
  writeFileSync(join(folder, "table.hex"), calldata.toLowerCase() + "\n");
  if (anchored) writeFileSync(join(folder, "envelope.json"), envelope(chain, anchored, digest));
  writeFileSync(join(folder, "evidence.json"), proof);
  const pins = canonical.map(({ number, hash }) => ({ chain_id: String(chain.chainId), number: String(number), hash }));
  samples.push({ id, title, text, expect, evidence_sha256: sha256(proof), pins, contract: anchor, manager });
}

let l1;
let l2;
try {
  l1 = await Chain.start({ binary: anvil, chainId: 77001, genesis });
  l2 = await Chain.start({ binary: anvil, chainId: 77002, genesis });
  // What the recorded runs had as proof system, at the deployer's first address, is here a contract that nobody calls.
  const deployed = await l1.mine([
    await deploy(l1, deployer, "Emitter"), await deploy(l1, deployer, "ManagerStandIn"),
    await deploy(l1, anchorOwner, "Anchor"),
  ]);
  const addresses = deployed.receiptsJson.map((receipt) => getAddress(receipt.contractAddress));
  demand(addresses.slice(1).join() === [manager, anchor].join(), "contract addresses");

  /** Arms the stand-in one block before, then mines the table at `number`, and its anchor where `anchoredToo`. */
  const postAt = async (number, { calldata, logs }, anchoredToo) => {
    await l1.mineUntil(number - 2);
    await l1.mine([await arm(l1, manager, logs)]);
    const transactions = [await post(l1, manager, calldata)];
    if (anchoredToo) transactions.push(await record(l1, sha256(calldata)));
    const block = await l1.mine(transactions);
    demand(block.number === number, "block number");
    demandLogs(block.receiptsJson[0], logs);
    return block;
  };

  {
    const table = recorded("reentrant", "l1");
    const block = await postAt(41, table, true);
    write({
      id: "deep-reentry", title: "Deep re-entry", text: "L1 calls Rollup 1, which calls\nback into L1, five levels deep.",
      expect: "verified", chain: l1, calldata: table.calldata, blocks: [block], anchored: block,
      digest: sha256(table.calldata), manager,
    });
  }
  {
    const table = recorded("multi-call-nested", "l1");
    const block = await postAt(51, table, true);
    write({
      id: "tampered", title: "Tampered table", text: "One state was changed after\nit was anchored. Find it.",
      expect: "mismatch", chain: l1, calldata: withStaleState(table.calldata), blocks: [block], anchored: block,
      digest: sha256(table.calldata), manager,
    });
  }
  {
    const table = recorded("counter", "l1");
    const block = await postAt(61, table, false);
    write({
      id: "unanchored", title: "Never anchored", text: "A sound table that nobody\ncommitted to L1.",
      expect: "unproven", chain: l1, calldata: table.calldata, blocks: [block], manager,
    });
  }
  {
    const table = recorded("nestedCallRevert", "l1");
    const posted = await postAt(71, table, false);
    await l1.mineUntil(posted.number + 2);
    const anchored = await l1.mine([await record(l1, sha256(table.calldata))]);
    write({
      id: "late", title: "Late anchor", text: "Anchored three blocks after the\nblock it describes.",
      expect: "mismatch", chain: l1, calldata: table.calldata, blocks: [posted, anchored], anchored,
      digest: sha256(table.calldata), manager,
    });
  }
  {
    const table = recorded("counter", "l2");
    await l2.mine([await deploy(l2, deployer, "ManagerStandIn")]);
    await l2.mine([await arm(l2, rollupManager, table.logs)]);
    const posted = await l2.mine([await post(l2, rollupManager, table.calldata)]);
    demandLogs(posted.receiptsJson[0], table.logs);
    await l1.mineUntil(80);
    const block = await l1.mine([await record(l1, sha256(table.calldata))]);
    write({
      id: "rollup-table", title: "A rollup’s table", text: "What Rollup 1 executed,\ncommitted on L1.",
      expect: "verified", chain: l1, calldata: table.calldata, blocks: [block], anchored: block,
      digest: sha256(table.calldata), manager: rollupManager,
    });
  }
  {
    // The chain is taken back by the block that holds the anchor, and goes on without it: the table is posted again.
    const { calldata, logs } = recorded("counter", "l1");
    await l1.mineUntil(89);
    await l1.mine([await arm(l1, manager, logs)]);
    const before = await l1.rpc("evm_snapshot");
    const posting = await post(l1, manager, calldata);
    const left = await l1.mine([posting, await record(l1, sha256(calldata))]);
    demand(left.number === 91, "block number");
    demandLogs(left.receiptsJson[0], logs);
    demand(await l1.rpc("evm_revert", before), "the chain could not be taken back");
    const kept = await l1.mine([posting]);
    demand(kept.number === left.number && kept.hash !== left.hash, "no other block at that height");
    demandLogs(kept.receiptsJson[0], logs);
    write({
      id: "reorged", title: "Reorged block", text: "The block that carried the\nanchor left the chain.",
      expect: "mismatch", chain: l1, calldata, blocks: [left], canonical: [kept], anchored: left,
      digest: sha256(calldata), manager,
    });
  }
  // Made up while the program is built (make_thousand.cpp), the same bytes on every machine.
  samples.push({
    id: "thousand", title: "1 000 entries", text: "Made up: three rollups, one block,\nevery digest recomputed at once.",
    expect: "verified", ...JSON.parse(readFileSync(join(out, "thousand.json"), "utf8")),
  });
  const order = ["deep-reentry", "tampered", "unanchored", "late", "reorged", "rollup-table", "thousand"];
  samples.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  writeFileSync(join(out, "samples.json"), json({ schema: "anchorscope.samples/1", samples }));
} finally {
  l1?.stop();
  l2?.stop();
}
