import { z } from 'zod';
import { Id, Message } from '../core/contract.ts';
import { fixedText } from '../core/words/said.ts';
import { cleanedName, isDeviceName, isNamed, isShortEnough } from './file-name.ts';
import { whyNotTaken } from './why-not-taken.ts';
import { says } from './words.ts';

export const documentKinds = ['contract', 'terms', 'other'] as const;
export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** `inside` is for those whose role is held at the organisation; `shared` also for those above [W2]. */
export const Visibility = z.enum(['inside', 'shared']);
export type Visibility = z.infer<typeof Visibility>;

const Person = z.object({ id: z.string(), displayName: z.string() });

/** A document of an organisation, as its latest version is. */
export const Document = z.object({
  id: Id,
  organisationId: Id,
  kind: DocumentKind,
  visibility: Visibility,
  name: z.string(),
  /** In bytes. */
  size: z.number().int(),
  /** The media type, by its first bytes. */
  type: z.string(),
  sha256: z.string(),
  /** The number of its latest version: 1 for the first. */
  number: z.number().int(),
  uploadedBy: Person,
  uploadedAt: z.iso.datetime(),
  /** Since when it is removed; it can be brought back for 30 days. */
  removedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Document = z.infer<typeof Document>;

/** What a document was at one time. */
export const DocumentVersion = Document.pick({
  id: true,
  name: true,
  size: true,
  type: true,
  sha256: true,
  number: true,
  uploadedBy: true,
  uploadedAt: true,
});
export type DocumentVersion = z.infer<typeof DocumentVersion>;

const FileName = z
  .string()
  .max(1000, fixedText(says.nameTooLong))
  .overwrite(cleanedName)
  .refine(isNamed, fixedText(says.noName))
  .refine((name) => !isDeviceName(name), fixedText(says.deviceName))
  .refine(isShortEnough, fixedText(says.nameTooLong));

/** What a file is announced with, before its bytes. */
export const ReserveUpload = z
  .strictObject({
    kind: DocumentKind,
    name: FileName,
    size: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    visibility: Visibility,
    /** The document of which it is a new version. */
    replaces: Id.nullish(),
  })
  .superRefine((asked, context) => {
    const refused = whyNotTaken(asked.kind, asked);
    if (!refused) return;
    const { field, said } = refused;
    context.addIssue({ code: 'custom', path: [field], message: said.detail, params: { ...said } });
  });
export type ReserveUpload = z.infer<typeof ReserveUpload>;

/** `open` takes bytes, `checking` has all of them, `done` is a version, `refused` says why not. */
export const UploadState = z.enum(['open', 'checking', 'done', 'refused']);
export type UploadState = z.infer<typeof UploadState>;

/** A file on its way; only who sends it knows of it [W3]. */
export const Upload = z.object({
  id: Id,
  organisationId: Id,
  /** The document that it becomes, or becomes a version of. */
  documentId: Id,
  kind: DocumentKind,
  visibility: Visibility,
  name: z.string(),
  size: z.number().int(),
  /** How many bytes have arrived. */
  received: z.number().int(),
  state: UploadState,
  refusal: Message.nullable(),
  /** Another document here of the same bytes. */
  sameAs: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Upload = z.infer<typeof Upload>;

/** What reserving answers: the document as it will be, and where its bytes go. */
export const Reserved = z.object({
  /** The document's. */
  id: Id,
  document: Document.pick({
    id: true,
    organisationId: true,
    kind: true,
    visibility: true,
    name: true,
    size: true,
    number: true,
  }),
  /** Takes the bytes by tus 1.0. */
  uploadUrl: z.string(),
  version: z.number().int(),
});
export type Reserved = z.infer<typeof Reserved>;

export const ContentQuery = z.strictObject({
  version: z.coerce.number().int().positive().optional().describe('An earlier version’s number.'),
});
export type ContentQuery = z.infer<typeof ContentQuery>;
