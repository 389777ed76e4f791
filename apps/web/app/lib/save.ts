/** Gives the person a file. */
export function saveBytes(name: string, bytes: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function save(name: string, text: string, type = "application/json"): void {
  saveBytes(name, text, type);
}
