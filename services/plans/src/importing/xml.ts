import { SaxesParser } from 'saxes';
import { ImportFault } from './import-fault.ts';

/** An element without its namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const DEEPEST = 400;
/** A plan of a thousand rows has some two hundred thousand. */
const MOST_ELEMENTS = 800_000;

/** Reads a part of an Office file. Such parts have no document type; one that has is refused. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new ImportFault('FILE_NOT_READABLE');
  });
  parser.on('error', (cause) => {
    throw new ImportFault('FILE_NOT_READABLE', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name: local(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), String(value)])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
    count += 1;
    if (count > MOST_ELEMENTS) throw new ImportFault('FILE_HAS_TOO_MANY_ROWS');
    if (open.length > DEEPEST) throw new ImportFault('FILE_NOT_READABLE');
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((node): node is XmlElement => isElement(node) && node.name === name) : [];
}

export function childOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((parent, name) => childrenOf(parent, name)[0], element);
}

export function textIn(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? textIn(node) : node)).join('');
}
