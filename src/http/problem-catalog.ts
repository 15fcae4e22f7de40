/** The one catalog of what can go wrong over HTTP. Codes are for ever; `help` is what to do about it: a sentence that reads well alone and beside any detail. */

export const problems = {
  unauthenticated: {
    status: 401,
    title: "No valid API key",
    help: "Send `Authorization: Bearer` with a key of this workspace. A revoked, mistyped or foreign key answers the same.",
  },
  unsigned: { status: 401, title: "The webhook is not signed", help: "Sign it as the channel's platform does." },
  "bad-signature": {
    status: 401,
    title: "The signature does not fit",
    help: "Check the secret on both sides, and that nothing between changes the body.",
  },
  stale: {
    status: 401,
    title: "The signature is too old or in the future",
    help: "Check the sender's clock. Sign each attempt anew.",
  },
  "missing-scope": {
    status: 403,
    title: "The key may not do this",
    help: "Use a key that has the scope.",
  },
  "wrong-agent": {
    status: 403,
    title: "The key speaks for another agent",
    help: "Use that agent's key, or one that is bound to nobody.",
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    help: "Check the address. What belongs to an erased customer is gone for good.",
  },
  "unknown-channel": {
    status: 404,
    title: "There is no such channel",
    help: "Check the channel's id in the webhook's address, and that the channel is configured.",
  },
  "already-taken": { status: 409, title: "Somebody else has this conversation", help: "Read it again." },
  "not-in-control": {
    status: 409,
    title: "You do not have this conversation",
    help: "Claim it first; if it was handed on meanwhile, read it again.",
  },
  "conversation-closed": {
    status: 409,
    title: "The conversation is closed",
    help: "It opens again when the customer writes.",
  },
  "not-waiting": {
    status: 409,
    title: "The customer does not wait for a person",
    help: "Read the conversation again.",
  },
  "request-ended": {
    status: 409,
    title: "The request has ended",
    help: "It was answered, ran out or was taken back. Read the conversation again.",
  },
  "not-your-request": {
    status: 409,
    title: "The request is for somebody else",
    help: "Claim the conversation instead.",
  },
  "not-alerted": {
    status: 409,
    title: "Somebody else has this conversation",
    help: "Nobody was alerted who may take it from them. Ask them, or read it again.",
  },
  "already-asked": {
    status: 409,
    title: "They are asked already",
    help: "To take a conversation one person is asked at a time. Wait for the answer, or withdraw that request first.",
  },
  "too-many-requests": {
    status: 409,
    title: "Enough people are asked about this conversation",
    help: "At most five are asked or advise at once. Withdraw a request or end a discussion first.",
  },
  "nobody-to-ask": {
    status: 409,
    title: "They have this conversation themselves",
    help: "Ask somebody else.",
  },
  "agent-away": {
    status: 409,
    title: "This person is not there",
    help: "Choose somebody who is, or assign it with `evenIfAway`.",
  },
  "agent-full": {
    status: 409,
    title: "This person has no room",
    help: "Choose somebody who has, or give them more capacity: nobody is given more than they can take.",
  },
  "agent-left": { status: 409, title: "This person works here no more", help: "Choose somebody else." },
  "wrong-role": {
    status: 409,
    title: "This person has another role",
    help: "Choose somebody of the role that was asked for, or ask without `role`.",
  },
  "not-allowed": {
    status: 403,
    title: "This is not yours to decide",
    help: "Ask a lead, or use the key of somebody who may: whoever has the conversation, or a person with a higher role.",
  },
  "no-such-queue": {
    status: 422,
    title: "There is no such queue",
    help: "Name a queue of the settings in force.",
  },
  "no-such-team": {
    status: 422,
    title: "There is no such team",
    help: "Name a team of the settings in force.",
  },
  "too-far-ahead": {
    status: 422,
    title: "This time is too far ahead",
    help: "Put it aside for at most 90 days, or close it: a customer who writes opens it again.",
  },
  "no-email-address": {
    status: 422,
    title: "No e-mail address is known",
    help: "Set the conversation's property `email` first, or choose `later`.",
  },
  "time-has-passed": { status: 422, title: "This time has passed", help: "Name one that is still to come." },
  "task-ended": {
    status: 409,
    title: "The follow-up has ended",
    help: "Reopen it first; then it can be changed.",
  },
  "task-changed": {
    status: 409,
    title: "The follow-up was changed meanwhile",
    help: "Read it again, and send the `revision` you have seen.",
  },
  "no-bot": { status: 409, title: "No bot is configured", help: "Close the conversation, or configure a bot." },
  "agent-exists": {
    status: 409,
    title: "There is an agent with this id",
    help: "Change that agent, or choose another id.",
  },
  "agent-changed": {
    status: 409,
    title: "The agent was changed meanwhile",
    help: "Read them again, and send the `revision` you have seen.",
  },
  "agent-has-work": {
    status: 409,
    title: "Somebody who leaves would leave work behind",
    help: "Hand their conversations over, or start a case handoff: it moves everything of theirs.",
  },
  "webhook-endpoint-exists": {
    status: 409,
    title: "This address is told the same already",
    help: "Change or remove that endpoint, or name kinds that it does not have.",
  },
  "draft-changed": {
    status: 409,
    title: "The draft was changed meanwhile",
    help: "Read it again, and send the `revision` you have seen.",
  },
  "draft-scheduled": {
    status: 409,
    title: "The draft waits for its time",
    help: "Cancel its schedule first: what was agreed on is not changed under it.",
  },
  "settings-conflict": {
    status: 409,
    title: "Somebody else published some of these parts",
    help: "Look at what is in force now. Keep yours with `rebase`, or undo your change of these parts.",
  },
  "nothing-to-publish": {
    status: 409,
    title: "This is in force already",
    help: "Nothing would become different.",
  },
  "case-handoff-started": {
    status: 409,
    title: "The case handoff has begun",
    help: "Stop it, or draft another one for what is left.",
  },
  "case-handoff-unverified": {
    status: 409,
    title: "This plan was not verified",
    help: "Verify it, look at the plan, and start it with the plan's hash.",
  },
  "case-handoff-running": {
    status: 409,
    title: "This person's work is being moved",
    help: "One case handoff at a time for one person: wait until it has ended, or stop it.",
  },
  "case-handoff-changed": {
    status: 409,
    title: "The case handoff was changed meanwhile",
    help: "Read it again, and send the `revision` you have seen.",
  },
  "case-handoff-state": {
    status: 409,
    title: "The case handoff is at another point",
    help: "Read it again: it says how it stands, and so what can be done.",
  },
  "case-handoff-incomplete": {
    status: 422,
    title: "The case handoff cannot be verified like this",
    help: "Change the choices that are named, and verify it again.",
  },
  clash: {
    status: 409,
    title: "The same event id with another content",
    help: "Give every event an id of its own. The first content was kept.",
  },
  "too-large": {
    status: 413,
    title: "The body is too large",
    help: "Send less.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "The body is not declared as JSON",
    help: "Send `Content-Type: application/json`.",
  },
  "not-json": { status: 400, title: "The body is not JSON", help: "Send one JSON value in UTF-8." },
  incomplete: { status: 400, title: "The body ended early", help: "The connection broke off; send it again." },
  invalid: {
    status: 422,
    title: "Something in the request is not accepted",
    help: "Change what is named, and send it again.",
  },
  "settings-invalid": {
    status: 422,
    title: "The settings cannot be published like this",
    help: "Change the parts that are named. What is in force stays in force.",
  },
  "unknown-agent": {
    status: 422,
    title: "There is no such agent",
    help: "Check the agent's id, or add the agent first.",
  },
  "test-boundary": {
    status: 409,
    title: "Tests and work are kept apart",
    help: "Demo agents take conversations of the demo, and nobody else does.",
  },
  "idempotency-key-reused": {
    status: 422,
    title: "The Idempotency-Key was used for another request",
    help: "Use a new key for every new request; the same key only to repeat one.",
  },
  internal: {
    status: 500,
    title: "Something went wrong on our side",
    help: "Try again; if it stays, look for the request's id (`instance`) in the log.",
  },
  "needs-node": {
    status: 501,
    title: "This runtime cannot do that",
    help: "Do it on a server that runs on Node.",
  },
  overloaded: { status: 503, title: "Too much is waiting", help: "Try again after the time in Retry-After." },
  stopping: { status: 503, title: "This process is stopping", help: "Try again after the time in Retry-After." },
  "store-unavailable": {
    status: 503,
    title: "The store cannot be reached",
    help: "Nothing was stored; try again after the time in Retry-After. Operators: the log says what is wrong with it.",
  },
  "not-ready": { status: 503, title: "Not ready for requests", help: "Send traffic elsewhere until it is." },
} as const satisfies Readonly<Record<string, ProblemKind>>;

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 501 | 503;
  readonly title: string;
  readonly help: string;
}

export type ProblemCode = keyof typeof problems;
