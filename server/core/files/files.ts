/** A part of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What storing a file came to. */
export interface StoredFile {
  size: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/**
 * Where the bytes of files are kept, by keys that are random and never names: on a disk, or
 * elsewhere. A key holds one content for ever; storing it again replaces a try that failed.
 */
export interface Files {
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  list(prefix?: string): AsyncIterable<string>;
}
