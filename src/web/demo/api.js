/** Baton's own API, as any console would call it. */
export function createApi(key) {
  const headers = { authorization: `Bearer ${key}` };

  async function call(path, { method = "GET", body } = {}) {
    const response = await fetch(`/api/v1${path}`, {
      method,
      cache: "no-store",
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        // A second click, or a repetition after a lost answer, does nothing twice.
        ...(method === "POST" ? { "idempotency-key": crypto.randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? `${response.status}`), { status: response.status });
  }

  const conversation = (id) => `/conversations/${encodeURIComponent(id)}`;
  return {
    headers,
    list: (phase) => call(`/conversations?phase=${phase}&limit=30`),
    read: (id) => call(conversation(id)),
    messages: (id, after) => call(`${conversation(id)}/messages?after=${after}&limit=200`),
    agents: () => call("/agents"),
    setPresence: (id, presence) => call(`/agents/${id}`, { method: "PATCH", body: { presence } }),
    act: (id, verb, body) => call(`${conversation(id)}/${verb}`, { method: "POST", body }),
    answer: (id, requestId, verb, body) =>
      call(`${conversation(id)}/requests/${encodeURIComponent(requestId)}/${verb}`, { method: "POST", body }),
  };
}
