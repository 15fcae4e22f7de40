import { stepsOnServer } from "../reach/on-server.ts";
import { assign, handOver, release } from "./conversations-give.ts";
import { list, show } from "./conversations-list.ts";

/** `baton conversations list|show|assign|release|hand-over`: who has what, and who shall have it. */
export const conversations = stepsOnServer("conversations", { list, show, assign, release, "hand-over": handOver }, [
  "conversations:read",
  "conversations:write",
]);
