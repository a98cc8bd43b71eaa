$version: "2"
namespace shop.front
resource Order {
    identifiers: { orderId: String }
    properties: { customer: String }
    read: GetOrder
}
structure OrderView for Order {
    @required
    $orderId
    $customer
}
@readonly
operation GetOrder {
    input := for Order { @required $orderId }
    output := { @nestedProperties order: OrderView }
}
