/** For what takes long to build and not every process needs: it is built once, when it is first asked for. */
export function onFirstUse<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | null = null;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}
