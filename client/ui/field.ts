/** What one may choose from; `hint` tells apart what has the same label. */
export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Shown as one that is not the usual choice; the hint says why. */
  muted?: boolean | undefined;
}

/** What `Field` hands to the control inside it, so that label, help and error belong to it. */
export interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** What every field with a label may be told. */
export interface FieldProps {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  /** Fields are required unless they say so. */
  optional?: boolean | undefined;
  disabledReason?: string | undefined;
}
