#pragma once

namespace rayhelm {

/// Large blocks, such as those of a long configuration, go back to the system when they are freed, whichever thread made them.
/// glibc raises its limit by itself otherwise, and each thread keeps what it once had. Called first in main.
void giveMemoryBack();

} // namespace rayhelm
