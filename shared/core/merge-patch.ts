/** A value of JSON's object type: what a merge patch descends into. */
export type Fields = { [name: string]: unknown };

/** Whether a value is a plain object (and so is merged rather than replaced). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The result of laying `patch` over `target`; neither is changed. Objects are merged, everything
 * else is replaced. Unlike RFC 7396 a `null` stays as `null`: the product's records always hold all
 * their fields.
 */
export function mergeFields<T extends Fields>(target: T, patch: Fields): T {
  const merged: Fields = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const existing = merged[name];
    merged[name] = isFields(value) && isFields(existing) ? mergeFields(existing, value) : value;
  }
  return merged as T;
}

/** The leaves of a patch by their dotted path: `{ contact: { email: 'a' } }` → `{ 'contact.email': 'a' }`. */
export function flattenFields(fields: Fields, prefix = ''): Fields {
  const leaves: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (isFields(value)) Object.assign(leaves, flattenFields(value, `${prefix}${name}.`));
    else leaves[`${prefix}${name}`] = value;
  }
  return leaves;
}

/** The inverse of `flattenFields`. */
export function nestFields(leaves: Fields): Fields {
  const fields: Fields = {};
  for (const [path, value] of Object.entries(leaves)) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let level = fields;
    for (const name of names) level = (level[name] ??= {}) as Fields;
    level[last] = value;
  }
  return fields;
}
