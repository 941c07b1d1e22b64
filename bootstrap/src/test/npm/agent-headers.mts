// Canonical payload (pipe-separated, no spaces):
// METHOD | FULL_PATH | sha256hex(body) | timestamp_ms | nonce
//
// FULL_PATH includes the /v1 prefix and any query string.
// body is the raw JSON string; empty string ("") for requests with no body.
// timestamp_ms is Date.now() — rejected if skew > 30 s from server time.
// nonce is any unique hex string; the server rejects replays within 1 min.
//
// The server resolves the agent's wallet address from the DB using the
// access key — never pass the address in a header.
import { privateKeyToAccount } from "viem/accounts";
import { createHash } from "crypto";
const account = privateKeyToAccount(process.env.AGENT_PRIVATE_KEY as `0x${string}`);
async function agentHeaders(method: string, path: string, body = "") {
const timestamp = Date.now().toString();
const nonce = crypto.randomUUID().replace(/-/g, "");
const bodyHash = createHash("sha256").update(body).digest("hex");
const payload = `${method}|${path}|${bodyHash}|${timestamp}|${nonce}`;
const signature = await account.signMessage({ message: payload });
return {
"Authorization": `Bearer ${process.env.OPERATOR_API_KEY}`,
"X-Agent-Access-Key": process.env.AGENT_ACCESS_KEY, // mb_agent_...
"X-Agent-Signature": signature,
"X-Agent-Timestamp": timestamp,
"X-Agent-Nonce": nonce,
"Content-Type": "application/json",
};
}
