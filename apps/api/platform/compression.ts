import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';

interface Plugins {
  register(plugin: unknown, options: object): PromiseLike<unknown>;
}

/** Smaller than that, what is compressed takes as many packets. */
const LEAST_BYTES = 1_024;

/**
 * JSON travels compressed to whoever takes that: a page of the history in a tenth of its bytes. What flows line by line is left alone, and what the
 * console is made of was compressed as it was built.
 *
 * What is secret and what a stranger chose could be told apart by their length together (BREACH); no stranger's page has an answer with somebody's
 * session: its cookie is not sent for it, and the guard refuses what another site asks.
 */
export async function compressAnswers(fastify: Plugins): Promise<void> {
  await fastify.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: LEAST_BYTES,
    customTypes: /^application\/(?:[\w.-]+\+)?json\b/,
    // As quick as gzip, and smaller.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    // Bodies are taken as they are: one that grows on the way in could be of any size.
    globalDecompression: false,
  });
}
