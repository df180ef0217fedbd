// By itself Xlib ends the program at the first request of SDL's that the X server refuses.
#pragma once

namespace lectern::stage {

/// From here on such a refusal is a line for the operator, and the show goes on.
void survive_x_errors();

}  // namespace lectern::stage
