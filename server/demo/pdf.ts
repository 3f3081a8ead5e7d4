const PAGE = [595, 842] as const; // A4, in points
const LEFT = 72;
const TOP = 770;

/** A page of a believable PDF: a heading and some lines, in the typeface that every reader has. */
export function pdfOf(heading: string, lines: readonly string[]): Uint8Array {
  const texts = [
    text(heading, { size: 18, at: TOP, font: 'B' }),
    ...lines.map((line, at) => text(line, { size: 11, at: TOP - 40 - at * 18, font: 'R' })),
  ];
  const content = texts.join('\n');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.join(' ')}] /Contents 4 0 R ` +
      '/Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ]);
}

function text(line: string, { size, at, font }: { size: number; at: number; font: string }) {
  const escaped = line.replace(/[\\()]/g, '\\$&');
  return `BT /${font} ${size} Tf ${LEFT} ${at} Td (${escaped}) Tj ET`;
}

/** The objects one after the other, with the table of where each begins. */
function assembled(objects: readonly string[]): Uint8Array {
  const starts: number[] = [];
  let body = '%PDF-1.4\n';
  for (const [at, object] of objects.entries()) {
    starts.push(Buffer.byteLength(body, 'latin1'));
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  const end = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${Buffer.byteLength(body, 'latin1')}\n%%EOF\n`;
  return Buffer.from(body + table + end, 'latin1');
}
