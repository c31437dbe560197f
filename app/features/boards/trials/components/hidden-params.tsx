/** Parameters of an address that a form keeps. */
export function HiddenParams({ params }: { params: Record<string, string | undefined> }) {
  return (
    <>
      {Object.entries(params).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
