/** The names that a feature gives its records and deeds in the audit. */
export interface AuditWords {
  /** By the name that changes carry. */
  records: Readonly<Record<string, string>>;
  /**
   * By action, as something that somebody did: *Assigned a role*. One whose direction matters has
   * an entry for each: *provider.edit enabled=true*.
   */
  deeds: Readonly<Record<string, string>>;
}
