/** Whether two values of JSON say the same. The order of fields says nothing, that of lists does. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [own, others] = [Object.entries(one), Object.entries(other)];
  if (own.length !== others.length) return false;
  return own.every(([name, value]) => Object.hasOwn(other, name) && isSameValue(value, (other as Named)[name]));
}

type Named = Readonly<Record<string, unknown>>;
