const UPLOADS = '/api/uploads/';

/** Where the bytes of an upload go. */
export function uploadUrlOf(id: string): string {
  return `${UPLOADS}${id}`;
}

/** The upload that an address is of. */
export function uploadIdIn(url: string): string {
  return url.slice(UPLOADS.length);
}
