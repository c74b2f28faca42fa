#pragma once

namespace rayhelm {

/// Makes the text that a LogView paints known to screen readers: as a read-only text of the lines in sight, with the
/// caret at the current line. May be called any number of times.
void installLogViewAccess();

} // namespace rayhelm
