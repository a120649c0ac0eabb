/** Whether a key is an input method's own, as Enter that ends a composition. Safari tells it by the old key code alone. */
export const isOfInputMethod = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;
