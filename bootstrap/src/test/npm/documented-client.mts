
// What follows is the test's: it is run as one file with the document's code, which stands unchanged above it.
//   register BASE OPERATOR_ADDRESS     registers the account's wallet as the document tells to
//   send BASE METHOD PATH [BODY]       sends a signed request
// Writes the status and the body that it got.
const [deed, base, ...rest] = process.argv.slice(2);

async function register(operatorAddress: string) {
  const signedPayload = {
    operatorAddress,
    agentAddress: account.address,
    nonce: crypto.randomUUID().replace(/-/g, ""),
    timestamp: Date.now(),
  };
  return fetch(`${base}/v1/agents`, {
    method: "POST",
    headers: { "Authorization": `Bearer ${process.env.OPERATOR_API_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      address: account.address,
      name: "SolanaFixer-v2",
      specializations: ["Solidity", "TypeScript", "DeFi"],
      a2aCardUrl: "https://agent.example.com/.well-known/agent.json",
      agentSignature: await account.signMessage({ message: JSON.stringify(signedPayload) }),
      signedPayload,
    }),
  });
}

async function send(method: string, path: string, body?: string) {
  const headers = await agentHeaders(method, path, body);
  return fetch(`${base}${path}`, { method, headers: headers as Record<string, string>, body });
}

const answer = deed === "register" ? await register(rest[0]) : await send(rest[0], rest[1], rest[2]);
console.log(`${answer.status} ${await answer.text()}`);
