/** The names that a feature gives its records and deeds in the audit. */
export interface AuditWords {
  /** By the name that changes carry. */
  records: Readonly<Record<string, string>>;
  /** By action, as something that somebody did: *Gave a role*. */
  deeds: Readonly<Record<string, string>>;
}
