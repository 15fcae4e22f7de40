/** One plain address: nothing that could begin another header, another recipient or a comment. */
const address = /^[^\s\p{C}<>()[\],;:\\"@]{1,64}@[^\s\p{C}<>()[\],;:\\"@]{1,255}$/u;

export function isMailAddress(text: string): boolean {
  return address.test(text);
}
