import { useEffect, useState } from 'react';

interface Props {
  readonly blob: Blob;
  readonly className?: string | undefined;
}

/** A small picture that is held only while it is in view; what it shows is said beside it. */
export function Thumbnail({ blob, className }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === null ? <span className={className} /> : <img src={address} alt="" className={className} />;
}
