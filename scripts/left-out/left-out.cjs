// Nothing. What asks for it does so when it is loaded, and uses it only for what nobody here does.
