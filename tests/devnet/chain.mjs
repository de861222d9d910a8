// A local chain for recordings and tests, and the consensus bytes of its blocks.
//
// The node answers in JSON only. What is kept of a block are the bytes that its hash binds, so they are encoded here
// from the JSON, and block() returns nothing that does not hash to what the block says: header to the block hash,
// transactions and receipts to the header's two roots.
import { spawn } from "node:child_process";
import { require } from "./npm.mjs";

const { concat, encodeRlp, getBytes, hexlify, keccak256, toBeHex } = require("ethers");

export const secondsPerBlock = 12;

/** An integer as RLP wants it: no leading zero byte, zero is empty. */
function quantity(value) {
  const number = BigInt(value);
  return number === 0n ? "0x" : toBeHex(number);
}

/** A string of nibbles (one hex digit each) in hex-prefix encoding; `leaf` sets the terminator flag. */
function hexPrefix(nibbles, leaf) {
  const odd = nibbles.length % 2 === 1;
  return "0x" + ((leaf ? 2 : 0) + (odd ? 1 : 0)).toString(16) + (odd ? "" : "0") + nibbles;
}

/** One node over `items` = [nibbles, value] whose keys are distinct, none a prefix of another, and at `depth` equal so far. */
function trieNode(items, depth) {
  const [[key, value]] = items;
  if (items.length === 1) return [hexPrefix(key.slice(depth), true), value];
  let common = depth;
  while (items.every(([other]) => other[common] === key[common])) common++;
  if (common > depth) return [hexPrefix(key.slice(depth, common), false), trieReference(items, common)];
  const children = [..."0123456789abcdef"].map((digit) => {
    const below = items.filter(([other]) => other[depth] === digit);
    return below.length === 0 ? "0x" : trieReference(below, depth + 1);
  });
  return [...children, "0x"];
}

/** A node shorter than 32 bytes stands in its parent itself, else its hash does. */
function trieReference(items, depth) {
  const node = trieNode(items, depth);
  const rlp = encodeRlp(node);
  return getBytes(rlp).length < 32 ? node : keccak256(rlp);
}

/** Root of the trie with key rlp(index): transactionsRoot or receiptsRoot of a block. */
export function indexedRoot(values) {
  if (values.length === 0) return keccak256("0x80");
  const items = values.map((value, index) => [encodeRlp(quantity(index)).slice(2), value]);
  return keccak256(encodeRlp(trieNode(items, 0)));
}

/** Header of a Prague block: 21 fields. */
export function headerRlp(block) {
  return encodeRlp([
    block.parentHash, block.sha3Uncles, block.miner, block.stateRoot, block.transactionsRoot, block.receiptsRoot,
    block.logsBloom, quantity(block.difficulty), quantity(block.number), quantity(block.gasLimit),
    quantity(block.gasUsed), quantity(block.timestamp), block.extraData, block.mixHash, block.nonce,
    quantity(block.baseFeePerGas), block.withdrawalsRoot, quantity(block.blobGasUsed), quantity(block.excessBlobGas),
    block.parentBeaconBlockRoot, block.requestsHash,
  ]);
}

/** A receipt with its bloom, prefixed by its type byte (none for type 0). */
export function receiptBytes(receipt) {
  const logs = receipt.logs.map((log) => [log.address, log.topics, log.data]);
  const rlp = encodeRlp([quantity(receipt.status), quantity(receipt.cumulativeGasUsed), receipt.logsBloom, logs]);
  return Number(receipt.type) === 0 ? rlp : concat([toBeHex(Number(receipt.type)), rlp]);
}

function demand(condition, what) {
  if (!condition) throw new Error(what);
}

export class Chain {
  #node;
  #port;
  #id = 0;
  #nonces = new Map();

  /** Starts a node with nothing mined but by mine(); block n has the timestamp genesis + 12·n. */
  static async start({ binary, chainId, genesis }) {
    const chain = new Chain();
    chain.chainId = chainId;
    chain.genesis = genesis;
    chain.#node = spawn(binary, [
      "--host", "127.0.0.1", "--port", "0", "--chain-id", String(chainId), "--hardfork", "prague",
      "--timestamp", String(genesis), "--no-mining", "--order", "fifo", "--threads", "1",
    ], { stdio: ["ignore", "pipe", "inherit"] });
    chain.#port = await new Promise((resolve, reject) => {
      let said = "";
      chain.#node.on("error", reject);
      chain.#node.on("exit", (status) => reject(new Error(`the node ended with status ${status}: ${said}`)));
      chain.#node.stdout.on("data", (data) => {
        said += data;
        const listening = /Listening on 127\.0\.0\.1:(\d+)/.exec(said);
        if (listening) resolve(listening[1]);
      });
    });
    await chain.rpc("anvil_setBlockTimestampInterval", secondsPerBlock);
    return chain;
  }

  stop() {
    this.#node.kill();
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async rpc(method, ...params) {
    const body = JSON.stringify({ jsonrpc: "2.0", id: ++this.#id, method, params });
    const response = await fetch(this.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const answer = await response.json();
    demand(!answer.error, `${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }

  /** A signed type 2 transaction; the wallet's next nonce, fixed fees. */
  async sign(wallet, { to = null, data, gasLimit }) {
    const nonce = this.#nonces.get(wallet.address) ?? 0;
    this.#nonces.set(wallet.address, nonce + 1);
    return wallet.signTransaction({
      type: 2, chainId: this.chainId, nonce, to, data, gasLimit, value: 0,
      maxFeePerGas: 3_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n,
    });
  }

  /** Mines one block of exactly these raw transactions in this order; all must succeed. Returns its bytes, see block(). */
  async mine(transactions = []) {
    for (const raw of transactions) await this.rpc("eth_sendRawTransaction", raw);
    await this.rpc("evm_mine");
    return this.block("latest", transactions);
  }

  async mineUntil(number) {
    while (BigInt(await this.rpc("eth_blockNumber")) < BigInt(number)) await this.rpc("evm_mine");
  }

  /** { number, hash, header, transactions, receipts, receiptsJson }: consensus bytes as hex, checked as told above. */
  async block(tag, transactions) {
    const block = await this.rpc("eth_getBlockByNumber", tag, false);
    const receipts = await this.rpc("eth_getBlockReceipts", block.number);
    const name = `block ${Number(block.number)} of chain ${this.chainId}`;
    demand(Number(block.timestamp) === this.genesis + secondsPerBlock * Number(block.number), `${name}: timestamp`);
    demand(JSON.stringify(transactions.map((raw) => keccak256(raw))) === JSON.stringify(block.transactions),
           `${name}: not these transactions, or in another order`);
    demand(receipts.every((receipt) => BigInt(receipt.status) === 1n), `${name}: a transaction failed`);
    const header = headerRlp(block);
    const bytes = receipts.map(receiptBytes);
    demand(keccak256(header) === block.hash, `${name}: the header does not hash to the block hash`);
    demand(indexedRoot(transactions) === block.transactionsRoot, `${name}: transactionsRoot`);
    demand(indexedRoot(bytes) === block.receiptsRoot, `${name}: receiptsRoot`);
    return {
      number: Number(block.number), hash: block.hash, header: hexlify(header),
      transactions: transactions.map((raw) => hexlify(raw)), receipts: bytes.map((one) => hexlify(one)),
      receiptsJson: receipts,
    };
  }
}
