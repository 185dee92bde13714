/**
 * A message in protobuf's wire format, written field by field.
 * https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoMessage {
  private readonly parts: Uint8Array[] = []

  /** int32, int64, enum; and bool as 0 or 1. */
  int(field: number, value: number): this {
    return this.key(field, 0).varint(value)
  }

  bool(field: number, value: boolean): this {
    return this.int(field, value ? 1 : 0)
  }

  float(field: number, value: number): this {
    const bytes = Buffer.alloc(4)
    bytes.writeFloatLE(value)
    this.key(field, 5).parts.push(bytes)
    return this
  }

  string(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value))
  }

  message(field: number, value: ProtoMessage): this {
    return this.bytes(field, value.encode())
  }

  bytes(field: number, value: Uint8Array): this {
    this.key(field, 2).varint(value.byteLength).parts.push(value)
    return this
  }

  /** All fields of another message of the same type. */
  append(other: ProtoMessage): this {
    for (const part of other.parts) this.parts.push(part)
    return this
  }

  encode(): Uint8Array {
    return Buffer.concat(this.parts)
  }

  private key(field: number, wireType: number): this {
    return this.varint(field * 8 + wireType)
  }

  /** Seven bits a byte, the lowest first; a negative number is that of 64 bits in two's complement. */
  private varint(value: number): this {
    const bytes: number[] = []
    let rest = BigInt.asUintN(64, BigInt(value))
    while (rest > 127n) {
      bytes.push(Number(rest & 127n) | 128)
      rest >>= 7n
    }
    bytes.push(Number(rest))
    this.parts.push(Uint8Array.from(bytes))
    return this
  }
}
