import type { z } from 'zod';
import type { Endpoint, Taken } from './endpoint.ts';
import type { Fields } from './merge-patch.ts';

type Finding<View> = Endpoint<'GET', 'id', 'record', z.ZodType<View>>;
type Editing<View> = Endpoint<'PATCH', 'id', 'record', z.ZodType<View>, { body: z.ZodType }>;
type Listing<View> = Endpoint<'GET', 'id', 'page', z.ZodType<View>, Taken>;

/** What a feature says of one type of record that travels to clients. */
interface Declared<View> {
  /** The name that changes, audit and addresses know it by. */
  name: string;
  /** The one topic that readers follow it by. */
  topic: string;
  /** The part of it, where some of the records are for fewer people than the others. */
  topicOf?: (view: View) => string;
  /** Reads one; a record without it is read in lists only. */
  find?: Finding<View>;
  /** Changes one. */
  edit?: Editing<View>;
  /** Reads those of an owner, whose id is its `:id`. */
  list?: Listing<View>;
  /** What it is known by; its `id`, where nothing is said. */
  idOf?: (view: View) => string;
  /** The organisation whose place decides who sees it; its `organisationId`, where nothing is said. */
  organisationOf?: (view: View) => string;
  /** The organisation or record whose list it stands in; its organisation, where nothing is said. */
  ownerOf?: (view: View) => string | null;
  /** The name that lists are sorted by. */
  nameOf?: (view: View) => string;
  /**
   * What a view holds besides the fields that changes carry, as long as nothing is known of it;
   * `null` where changes alone do not make a record, since they lack the names of what it mentions.
   */
  derived?: Fields | null;
  /** Fields that only lists bring; a record that is read or saved alone keeps those known. */
  inLists?: readonly string[];
  /** Records whose changes tell that a list of these has to be read anew. */
  readWith?: readonly string[];
  /** What a field counts as that a record does not have. */
  blank?: string | null;
  /** Fields that are followed, but whose change alone is nothing to tell in the feed. */
  untold?: readonly string[];
  /**
   * How the actions begin that the feed tells of it. What follows from other deeds is told by those:
   * `null` where everything does; without it, everything that becomes of the record is told.
   */
  toldOf?: string | readonly string[] | null;
  /** Whether its changes keep from readers whose deeds they were. */
  unsigned?: true;
}

/** A type of record, as shared, server, client and tests know it; declared once by its feature. */
export interface RecordType<
  View,
  Name extends string = string,
  Topic extends string = string,
  Find extends Finding<View> | undefined = Finding<View> | undefined,
  List extends Listing<View> | undefined = Listing<View> | undefined,
> {
  readonly name: Name;
  readonly topic: Topic;
  readonly find: Find;
  readonly edit: Editing<View> | undefined;
  readonly list: List;
  /** Whether some of them are for fewer people, and so not all of its topic. */
  readonly isParted: boolean;
  // Methods, so that what holds records of all types may ask the type of one about it.
  topicOf(view: View): string;
  idOf(view: View): string;
  organisationOf(view: View): string;
  ownerOf(view: View): string | null;
  nameOf(view: View): string;
  /** One of which nothing is known but its id, for changes to be laid over; `null` where they do not suffice. */
  begin(id: string): Fields | null;
  readonly inLists: readonly string[];
  readonly readWith: readonly string[];
  readonly blank: string | null;
  readonly untold: readonly string[];
  readonly toldOf: readonly string[];
  readonly unsigned: boolean;
}

type Given<D, Key extends string, Type> =
  D extends Record<Key, infer Value extends Type> ? Value : undefined;

/**
 * The declaration of a type of record: `record<Invoice>()({ name: 'invoice', topic: 'invoices', …
 * })`.
 */
export function record<View>() {
  return <const D extends Declared<View>>(
    declared: D,
  ): RecordType<
    View,
    D['name'],
    D['topic'],
    Given<D, 'find', Finding<View>>,
    Given<D, 'list', Listing<View>>
  > => {
    const field = (name: string) => (view: View) => (view as Record<string, string>)[name] ?? '';
    const organisationOf = declared.organisationOf ?? field('organisationId');
    const isListed = declared.list !== undefined;
    const hasId = declared.idOf === undefined;
    const { derived = {} } = declared;
    return {
      name: declared.name,
      topic: declared.topic,
      find: declared.find as Given<D, 'find', Finding<View>>,
      edit: declared.edit,
      isParted: declared.topicOf !== undefined,
      topicOf: declared.topicOf ?? (() => declared.topic),
      list: declared.list as Given<D, 'list', Listing<View>>,
      idOf: declared.idOf ?? field('id'),
      organisationOf,
      ownerOf: declared.ownerOf ?? (isListed ? organisationOf : () => null),
      nameOf: declared.nameOf ?? (() => ''),
      begin: (id) => (derived === null ? null : { ...(hasId && { id }), ...derived }),
      inLists: declared.inLists ?? [],
      readWith: declared.readWith ?? [],
      blank: declared.blank ?? null,
      untold: declared.untold ?? [],
      toldOf: declared.toldOf === null ? [] : [declared.toldOf ?? ''].flat(),
      unsigned: declared.unsigned ?? false,
    };
  };
}
