import { isVisible } from '../core/visible.ts';

/** How long the name of a file is at most: for people, and for file systems. */
export const MOST_NAME_LENGTH = 150;
export const MOST_NAME_BYTES = 255;

/** Controls of text and of its direction, which can make a name read as another one [W7]. */
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- it is what it removes
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** What would leave the folder that a file is saved in. */
const SEPARATORS = /[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c]/g;

/** Names that Windows keeps for its devices, whatever ending they have. */
const DEVICES = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i;

/** The name of a file as it is kept: nothing in it hides, turns around or leads elsewhere. */
export function cleanedName(name: string): string {
  return name
    .normalize('NFC')
    .replace(CONTROLS, '')
    .replace(SEPARATORS, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

/** Whether Windows would take the name for a device of its own. */
export function isDeviceName(name: string): boolean {
  return DEVICES.test(name);
}

/** Whether a cleaned name is short enough to be kept anywhere. */
export function isShortEnough(name: string): boolean {
  const bytes = new TextEncoder().encode(name).length;
  return name.length <= MOST_NAME_LENGTH && bytes <= MOST_NAME_BYTES;
}

/** Whether anything but its ending is left of a name. */
export function isNamed(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return isVisible(dot > 0 ? name.slice(0, dot) : name);
}
