/** From zod to the JSON Schema of the OpenAPI document. */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Schemas every document shares, by component name; filled by `component`. */
export const components: Record<string, JsonSchema> = {};

/** JSON Schema of what a client may send (`input`) or gets (`output`). */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const { $schema: _drop, $defs, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] = strip(definition);
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

/** Registers a schema under a name and answers the reference to it. */
export function component(name: string, schema: JsonSchema): JsonSchema {
  components[name] = schema;
  return { $ref: `#/components/schemas/${name}` };
}

function strip(definition: JsonSchema): JsonSchema {
  const { id: _id, $schema: _schema, ...rest } = definition;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

/** An object schema without some of its fields. */
export function without(schema: JsonSchema, fields: readonly string[]): JsonSchema {
  const properties = { ...(schema.properties as Record<string, JsonSchema>) };
  for (const field of fields) delete properties[field];
  const required = ((schema.required as string[] | undefined) ?? []).filter((field) => !fields.includes(field));
  return { ...schema, properties, ...(required.length > 0 ? { required } : { required: undefined }) };
}
