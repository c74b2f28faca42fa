#pragma once

namespace rayhelm {

/// Large blocks, such as those of a long configuration, go back to the system when they are freed, whichever thread made them.
/// glibc raises its limit by itself otherwise, and each thread keeps what it once had. Called first in main.
void giveMemoryBack();

/// A crash writes no memory to a file, and other programs of the same user cannot look into ours: passwords are there. Called first in
/// main, also for the programs that are started from here.
void keepMemoryPrivate();

} // namespace rayhelm
