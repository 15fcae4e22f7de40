/** A prompt as a file of `prompts/` holds it. */
export interface Prompt {
  readonly id: string;
  /** Raised with every change that changes what the model does. */
  readonly version: number;
  readonly placeholders: readonly string[];
  readonly text: string;
}

/** Fills `{{name}}`. Every placeholder must be given, and what is put in is never looked through for others. */
export function renderPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): string {
  const missing = prompt.placeholders.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) throw new Error(`Prompt ${prompt.id}: ${missing.join(", ")} must be filled.`);
  const filled = prompt.text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? "");
  return filled.replace(/\n{3,}/g, "\n\n").trim();
}
