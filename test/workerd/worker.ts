/** Gives tests a storage; it does nothing by itself. */
export class StoreObject {
  fetch(): Response {
    return new Response(null, { status: 404 });
  }
}

export default {
  fetch: () => new Response("This Worker only exists for tests.", { status: 404 }),
};
