#include "common/client/pair.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <utility>

#include "common/client/socket.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"
#include "common/trust/agreement.h"
#include "common/trust/primitives.h"
#include "common/trust/srp.h"
#include "common/trust/transcript.h"

namespace lectern::client {
namespace {

/// What is said on one connection.
class Conversation {
 public:
  Conversation(const PairOptions& options, const Fingerprint& certificate)
      : options_(options), certificate_(certificate), nonce_(trust::random_bytes<32>()) {}

  protocol::Pair opening() const {
    const bool is_pin = std::holds_alternative<Pin>(options_.secret);
    return {is_pin ? protocol::Pair::By::pin : protocol::Pair::By::token, options_.name, nonce_};
  }

  /// The answer, where one is called for; nullopt as well where it is over.
  std::optional<protocol::Prove> take(const protocol::Challenge& challenge) {
    if (agreement_) return fail(not_of_this_protocol());
    if (challenge.certificate != certificate_)
      return fail({"somebody stands between this device and the presenter, so nothing more was said",
                   "ask the operator whether the network can be trusted"});
    const trust::Meeting meeting{challenge.nonce, nonce_, certificate_};
    if (const auto* const token = std::get_if<trust::Token>(&options_.secret)) {
      agreement_ = trust::agree(trust::view(*token), trust::token_transcript(meeting, options_.name));
      return protocol::Prove{agreement_->client_proof};
    }
    const auto answer =
        trust::srp_answer(trust::pin_identity(certificate_), std::get<Pin>(options_.secret).digits,
                          challenge.srp_salt, challenge.srp_key);
    if (!answer) return fail(not_of_this_protocol());
    agreement_ = trust::agree(
        answer->secret, trust::pin_transcript(meeting, options_.name,
                                              {challenge.srp_salt, challenge.srp_key, answer->public_key}));
    return protocol::Prove{agreement_->client_proof, answer->public_key};
  }

  /// The two words; nullopt: it does not know the secret itself.
  std::optional<std::string> take(const protocol::Asked& asked) {
    if (agreement_ && trust::equal(trust::view(asked.proof), trust::view(agreement_->presenter_proof))) {
      is_proved_ = true;
      return agreement_->words;
    }
    fail({"what answers there does not know the secret itself, so it is not the presenter",
          "check the address, and ask the operator"});
    return std::nullopt;
  }

  void take(const protocol::Paired& paired) {
    if (is_proved_)
      paired_ = Paired{{paired.device, agreement_->device_key}, certificate_, paired.role};
    else
      fail(not_of_this_protocol());
  }

  std::nullopt_t fail(Error why) {
    if (!trouble_) trouble_ = std::move(why);
    return std::nullopt;
  }

  static Error not_of_this_protocol() {
    return {"what the presenter sent is not of this protocol", "install the same release on both machines"};
  }

  bool is_over() const { return paired_ || trouble_; }
  const std::optional<Paired>& paired() const { return paired_; }
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  const PairOptions& options_;
  const Fingerprint certificate_;
  const trust::Nonce nonce_;
  std::optional<trust::Agreement> agreement_;
  bool is_proved_ = false;
  std::optional<Paired> paired_;
  std::optional<Error> trouble_;
};

NotPaired in_words(const Ended& ended) {
  const auto code = static_cast<protocol::CloseCode>(ended.close_code);
  const bool is_answer =
      code >= protocol::CloseCode::pairing_closed && code <= protocol::CloseCode::pairing_unanswered;
  return is_answer ? NotPaired{{std::string(protocol::describe(code)), {}}, true} : NotPaired{ended.error};
}

constexpr std::chrono::seconds answer_patience{
    15};  ///< for the presenter, which has a queue of PINs to work out
constexpr std::chrono::minutes operator_patience{4};  ///< longer than it lets anybody wait

}  // namespace

boost::asio::awaitable<boost::system::result<Paired, NotPaired>> pair(
    boost::asio::any_io_executor executor, PairOptions options,
    std::function<void(const std::string& words)> waiting) {
  const auto socket = std::make_shared<Socket>(executor);
  const Trust trust = options.fingerprint ? Trust(*options.fingerprint) : Trust(AnyCertificate{});
  const auto connected = co_await socket->connect(options.host, options.port, trust);
  if (!connected) co_return NotPaired{connected.error()};
  // Shared: its patience may run out at the very moment at which it ends.
  const auto talk = std::make_shared<Conversation>(options, *socket->certificate());
  boost::asio::steady_timer patience(executor);
  const auto wait = [&](std::chrono::seconds time) {
    patience.expires_after(time);
    patience.async_wait([talk, socket](const boost::system::error_code& error) {
      if (error) return;
      talk->fail({"the presenter does not answer", "try again"});
      socket->close();
    });
  };
  wait(answer_patience);
  socket->send(protocol::encode(talk->opening()));
  const Ended ended = co_await socket->read([&](const websocket::Message& received) {
    const auto message = protocol::decode_server_message(received.bytes);
    if (const auto* const challenge = message ? std::get_if<protocol::Challenge>(&*message) : nullptr) {
      if (const auto proof = talk->take(*challenge)) socket->send(protocol::encode(*proof));
    } else if (const auto* const asked = message ? std::get_if<protocol::Asked>(&*message) : nullptr) {
      wait(operator_patience);
      if (const auto words = talk->take(*asked)) waiting(*words);
    } else if (const auto* const paired = message ? std::get_if<protocol::Paired>(&*message) : nullptr) {
      talk->take(*paired);
    } else {
      talk->fail(Conversation::not_of_this_protocol());
    }
    if (talk->is_over()) socket->close();
  });
  patience.cancel();
  if (talk->paired()) co_return *talk->paired();
  if (talk->trouble()) co_return NotPaired{*talk->trouble()};
  co_return in_words(ended);
}

}  // namespace lectern::client
