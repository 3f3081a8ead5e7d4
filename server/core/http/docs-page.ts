import fs from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

const DOCS = path.join(import.meta.dirname, '../../../node_modules/swagger-ui-dist');
const DOCS_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The reference of the API as a page, with its files from the package. */
export function docsPage() {
  return new Hono()
    .use(compress())
    .get('/', (c) => c.html(PAGE))
    .get('/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript' }))
    .get('/:file', (c) => {
      const file = c.req.param('file');
      if (!DOCS_FILES.includes(file)) return c.notFound();
      const type = { css: 'text/css', js: 'text/javascript', png: 'image/png' }[
        file.split('.').at(-1) ?? ''
      ];
      return c.body(fs.readFileSync(path.join(DOCS, file)), 200, { 'content-type': type ?? '' });
    });
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Canopy API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null });
`;
