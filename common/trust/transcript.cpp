#include "common/trust/transcript.h"

#include <cassert>

namespace lectern::trust {
namespace {

Transcript begin(std::string_view label, const Meeting& meeting) {
  return Transcript(label).add(view(meeting.presenter)).add(view(meeting.client)).add(view(meeting.channel));
}

}  // namespace

Transcript& Transcript::add(std::string_view field) {
  assert(field.size() < 1u << 16u);
  bytes_ += static_cast<char>(field.size() >> 8u);
  bytes_ += static_cast<char>(field.size() & 255u);
  bytes_ += field;
  return *this;
}

Transcript hello_transcript(const Meeting& meeting, std::uint32_t device, std::string_view client_id,
                            std::uint8_t role) {
  const char role_byte = static_cast<char>(role);
  return begin("lectern v1 hello", meeting).add(std::to_string(device)).add(client_id).add({&role_byte, 1});
}

Transcript token_transcript(const Meeting& meeting, std::string_view name) {
  return begin("lectern v1 token", meeting).add(name);
}

Transcript pin_transcript(const Meeting& meeting, std::string_view name, const SrpExchange& srp) {
  return begin("lectern v1 pin", meeting).add(name).add(srp.salt).add(srp.presenter_key).add(srp.client_key);
}

std::string pin_identity(const Digest& channel) {
  return "lectern " + to_hex(view(channel));
}

}  // namespace lectern::trust
