#include "common/protocol/json.h"

#include <google/protobuf/util/json_util.h>

#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

namespace util = google::protobuf::util;

std::string as_json(const google::protobuf::Message& message) {
  util::JsonPrintOptions options;
  options.always_print_primitive_fields = true;  // nobody has to know what is false or 0 by not being there
  std::string text;
  const bool is_written = util::MessageToJsonString(message, &text, options).ok();
  return is_written ? text : "{}";
}

bool from_json(std::string_view text, google::protobuf::Message& message) {
  util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  return util::JsonStringToMessage({text.data(), text.size()}, &message, options).ok();
}

}  // namespace

std::string server_message_as_json(std::string_view bytes) {
  v1::ServerMessage message;
  message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return as_json(message);
}

Result<ClientMessage> client_message_from_json(std::string_view text) {
  v1::ClientMessage message;
  if (!from_json(text, message)) return Error{"not JSON of this protocol", "see docs/protocol.md"};
  return decode_client_message(message.SerializeAsString());
}

Result<Wish> wish_from_json(std::string_view text) {
  const Error not_a_command{"that is no command",
                            R"(send one such as {"step":{"direction":"DIRECTION_NEXT"}})"};
  v1::Command command;
  if (!from_json(text, command)) return not_a_command;
  if (command.has_step() && command.step().start_case() == v1::Step::START_NOT_SET) {
    if (command.step().direction() == v1::DIRECTION_NEXT) return Wish(session::Direction::next);
    if (command.step().direction() == v1::DIRECTION_PREVIOUS) return Wish(session::Direction::previous);
    return not_a_command;
  }
  command.set_id(1);
  const auto request = from_proto(command);
  const auto* const asked = request ? std::get_if<session::Command>(&request->command) : nullptr;
  if (!asked) return not_a_command;
  return Wish(*asked);
}

std::string answer_as_json(const Answer& answer) {
  return as_json(to_proto(answer));
}

}  // namespace lectern::protocol
