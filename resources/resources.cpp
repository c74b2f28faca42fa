// A library needs one source of its own; the resources themselves are generated beside it.
namespace rayhelm {
void keepResourceLibrary() {}
} // namespace rayhelm
