/** A judged answer as the server sends it, in one language. */
export interface ShownOutcome {
  right: boolean;
  marks: Record<string, boolean>;
  missed: number;
  remarks: { key: string | null; right: boolean; text: string }[];
  revealed: boolean;
}
