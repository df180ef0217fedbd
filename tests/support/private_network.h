// A network of this process and its children alone.
#pragma once

namespace lectern::test {

/// From now on there is nothing but a loopback interface of our own, on which every port is free: a server
/// that listens to all the world hears nobody else. The process must have one thread. Throws where the system
/// does not allow it.
void leave_the_network();

}  // namespace lectern::test
