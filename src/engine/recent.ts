/** The values used last, up to a number. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

export function createRecent<Value>(size: number): Recent<Value> {
  const values = new Map<string, Value>();
  return {
    get(key) {
      return values.get(key);
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      if (values.size > size) values.delete(values.keys().next().value ?? key);
    },
    delete(key) {
      values.delete(key);
    },
  };
}
