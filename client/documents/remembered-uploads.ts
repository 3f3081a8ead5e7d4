/** A file as it is announced; its own facts tell it from another one of the same name. */
export interface Remembered {
  organisationId: string;
  kind: string;
  visibility: string;
  replaces: string | undefined;
  file: File;
}

const PREFIX = 'canopy:upload:';

/**
 * The uploads that this browser began, by their files: who chooses the same file again after a
 * reload goes on where it stopped.
 */
export function recallUpload(of: Remembered): string | undefined {
  return attempt(() => localStorage.getItem(keyOf(of))) ?? undefined;
}

export function rememberUpload(of: Remembered, id: string): void {
  attempt(() => {
    localStorage.setItem(keyOf(of), id);
  });
}

export function forgetUpload(of: Remembered): void {
  attempt(() => {
    localStorage.removeItem(keyOf(of));
  });
}

function keyOf({ organisationId, kind, visibility, replaces, file }: Remembered): string {
  const { name, size, lastModified } = file;
  const parts = [organisationId, kind, visibility, replaces ?? '', name, size, lastModified];
  return PREFIX + JSON.stringify(parts);
}

/** A browser that keeps nothing only loses the comfort. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
