/** A level of the way down, and what it says of one setting; `undefined` leaves it as it is above. */
export interface Said<Link, Value> {
  link: Link;
  says: Value | undefined;
}

/** What holds at the end of a chain by what its levels say, and the level that decides it. */
export type Rule<Value> = <Link>(chain: readonly Said<Link, Value>[]) => Decided<Link, Value>;

/** `from` is `undefined` where no level says anything, and the product's own default holds. */
export interface Decided<Link, Value> {
  value: Value;
  from: Link | undefined;
}

/** The same, explained: what each level says, and what would hold if the deciding one said nothing. */
export interface Effective<Link, Value> extends Decided<Link, Value> {
  chain: readonly Said<Link, Value>[];
  without: Decided<Link, Value>;
}

/** The value of a setting that levels hand down: root first, the place itself last. */
export function effective<Link, Value>(
  chain: readonly Said<Link, Value>[],
  rule: Rule<Value>,
): Effective<Link, Value> {
  const decided = rule(chain);
  const silenced = chain.map((said) =>
    said.link === decided.from ? { link: said.link, says: undefined } : said,
  );
  return { ...decided, chain, without: rule(silenced) };
}

/** The last of `order` that any level says, the first where none does: it can only be tightened. */
export function strictest<Value>(order: readonly [Value, ...Value[]]): Rule<Value> {
  return (chain) => {
    const said = chain.map(({ says }) => (says === undefined ? 0 : order.indexOf(says)));
    const rank = Math.max(0, ...said);
    return {
      value: order[rank] ?? order[0],
      from: rank === 0 ? undefined : chain[said.indexOf(rank)]?.link,
    };
  };
}

/** What the nearest level says that says anything: its own, or what it takes over from above. */
export function nearest<Value>(byDefault: Value): Rule<Value> {
  return (chain) => {
    const said = chain.findLast(({ says }) => says !== undefined);
    return { value: said?.says ?? byDefault, from: said?.link };
  };
}

/** What every level lets through, of lists that can only be narrowed; `null` where none narrows. */
export function narrowest<Link>(
  chain: readonly Said<Link, readonly string[] | null>[],
): Decided<Link, readonly string[] | null> {
  return chain.reduce<Decided<Link, readonly string[] | null>>(
    (above, { link, says }) => {
      if (!says) return above;
      const value = above.value?.filter((each) => says.includes(each)) ?? says;
      const isNarrower = above.value === null || value.length < above.value.length;
      return { value, from: isNarrower ? link : above.from };
    },
    { value: null, from: undefined },
  );
}
